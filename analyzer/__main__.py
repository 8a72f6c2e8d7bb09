"""How is `python -m analyzer` started? As the command `mlvet`."""

from analyzer.cli.main import main

if __name__ == "__main__":
    main()
