"""Which functions of librosa make other versions of a sound, or cut it into windows? Read in the source."""

from analyzer.knowledge.table import Api, Class, api, apis

ENTRIES: tuple[Api | Class, ...] = (
    # The samples and their rate, of one recording.
    api(
        "librosa.load(path,*,sr,mono,offset,duration,dtype,res_type)",
        "validate",
        subject="path",
        how="typed",
        rows="one",
    ),
    # `alters`: the result is a changed version of what was there, see `interpret.effects.repeats`
    *apis(
        "librosa.effects",
        "time_stretch(y,rate) pitch_shift(y,sr,n_steps)",
        "rowwise",
        returns="numpy.ndarray",
        alters="altered",
    ),
    api(
        "librosa.util.frame(x,*,frame_length,hop_length)",
        "window",
        returns="numpy.ndarray",
        length="frame_length",
        stride="hop_length",
    ),
)
