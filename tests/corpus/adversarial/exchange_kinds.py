"""Classes of which a configuration names one."""


class Copy:
    def turn(self, text):
        return text


class Trimmed:
    def turn(self, text):
        return "" + text.strip()
