"""What does PyTorch Forecasting unpickle? Its models are Lightning modules; data sets go to a bare `torch.load`."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "pytorch_forecasting.*.load_from_checkpoint(checkpoint_path, map_location, hparams_file, strict, **kwargs)",
        "load",
        roles="load.model",
        returns="torch.nn.Module",
        unless="weights_only",
        safe_since="lightning|pytorch-lightning 2.6.6, torch 2.6",
    ),
    api("pytorch_forecasting.TimeSeriesDataSet.load(fname)", "load", roles="load.model", safe_since="torch 2.6"),
)

ALIASES = {"pytorch_forecasting.data.TimeSeriesDataSet": "pytorch_forecasting.TimeSeriesDataSet"}
