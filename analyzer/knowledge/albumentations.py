"""Which classes of albumentations make another version of an image?

Read in the source of 2.0: what is called gives a dict of the changed images, masks and boxes. Those that only bring an
image to a size or a range are left out.
"""

from analyzer.knowledge.table import Api, Class, classes

ENTRIES: tuple[Api | Class, ...] = classes(
    "albumentations",
    (
        "Compose OneOf SomeOf OneOrOther RandomOrder Sequential ReplayCompose AdditiveNoise AdvancedBlur Affine Blur "
        "CLAHE ChannelDropout ChannelShuffle CoarseDropout ColorJitter D4 Defocus Downscale ElasticTransform Emboss "
        "Equalize Erasing FancyPCA GaussNoise GaussianBlur GlassBlur GridDistortion GridDropout HorizontalFlip "
        "HueSaturationValue ISONoise Illumination ImageCompression InvertImg MedianBlur MotionBlur "
        "MultiplicativeNoise OpticalDistortion Perspective PiecewiseAffine PixelDropout Posterize RGBShift "
        "RandomBrightnessContrast RandomCrop RandomFog RandomGamma RandomGridShuffle RandomRain RandomResizedCrop "
        "RandomRotate90 RandomScale RandomShadow RandomSizedCrop RandomSnow RandomSunFlare RandomToneCurve Rotate "
        "SafeRotate SaltAndPepper Sharpen ShiftScaleRotate ShotNoise Solarize Spatter Superpixels ThinPlateSpline "
        "ToSepia Transpose UnsharpMask VerticalFlip ZoomBlur"
    ),
    "abstract.Augmenter",
)
