"""Which classes of audiomentations make another version of a sound? Read in the source of 0.43.1."""

from analyzer.knowledge.table import Api, Class, classes

ENTRIES: tuple[Api | Class, ...] = classes(
    "audiomentations",
    (
        "Compose OneOf SomeOf AddBackgroundNoise AddGaussianNoise AddGaussianSNR AddColorNoise AddShortNoises "
        "AirAbsorption Aliasing ApplyImpulseResponse BandPassFilter BandStopFilter BitCrush ClippingDistortion Gain "
        "GainTransition HighPassFilter HighShelfFilter LowPassFilter LowShelfFilter Mp3Compression PeakingFilter "
        "PitchShift PolarityInversion RepeatPart Reverse RoomSimulator SevenBandParametricEQ Shift TanhDistortion "
        "TimeMask TimeStretch"
    ),
    "abstract.Augmenter",
)
