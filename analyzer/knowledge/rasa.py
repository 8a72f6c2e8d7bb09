"""What does Rasa unpickle when an agent is loaded?

Components of a model were pickles (1.10.2: joblib; CVE-2024-49375); 3.6.21 has none left.
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("rasa.core.agent.Agent.load(model_path, **kwargs)", "load", roles="load.model", safe_since="rasa 3.6.21"),
    api("rasa.core.agent.load_agent(model_path, **kwargs)", "load", roles="load.model", safe_since="rasa 3.6.21"),
)
