"""Which classes of imgaug make another version of an image? Read in the source of 0.4.0."""

from analyzer.knowledge.table import Api, Class, classes

ENTRIES: tuple[Api | Class, ...] = classes(
    "imgaug.augmenters",
    (
        "Sequential SomeOf OneOf Sometimes Add AddElementwise AdditiveGaussianNoise AdditiveLaplaceNoise "
        "AdditivePoissonNoise Multiply MultiplyElementwise Cutout Dropout CoarseDropout SaltAndPepper ImpulseNoise "
        "Salt Pepper Invert Solarize JpegCompression GaussianBlur AverageBlur MedianBlur BilateralBlur MotionBlur "
        "RandAugment MultiplyBrightness AddToBrightness MultiplyHueAndSaturation MultiplyHue MultiplySaturation "
        "AddToHueAndSaturation AddToHue AddToSaturation Posterize GammaContrast SigmoidContrast LogContrast "
        "LinearContrast CLAHE HistogramEqualization Sharpen Emboss Fliplr Flipud Affine ScaleX ScaleY TranslateX "
        "TranslateY Rotate ShearX ShearY PiecewiseAffine PerspectiveTransform ElasticTransformation Rot90 Superpixels "
        "Crop CropAndPad Fog Clouds Snowflakes Rain"
    ),
    "abstract.Augmenter",
)

ALIASES = {f"imgaug.augmenters.{each}": "imgaug.augmenters" for each in ("meta", "flip", "geometric", "arithmetic")}
