"""What do the functions of `fickling` do to values?"""

from analyzer.knowledge.table import api, apis

# fickling 0.1.12: hook.py, context.py and loader.py. Role "scan.pickle": see `picklescan`; with option `lasting`, all
# later loads of `pickle` are looked at.
ENTRIES = (
    *apis(
        "fickling",
        "always_check_safety() activate_safe_ml_environment(also_allow) hook.run_hook()",
        "constant",
        roles="scan.pickle",
        lasting="yes",
    ),
    *apis("fickling", "check_safety() is_likely_safe(filepath)", "constant", roles="scan.pickle"),
    api("fickling.load(file, max_acceptable_severity, **kwargs)"),
    api("fickling.loads(data, max_acceptable_severity, **kwargs)"),
)

ALIASES = {
    "fickling.context": "fickling",
    "fickling.loader": "fickling",
    "fickling.analysis": "fickling",
    "fickling.hook.always_check_safety": "fickling.always_check_safety",
    "fickling.hook.activate_safe_ml_environment": "fickling.activate_safe_ml_environment",
}
