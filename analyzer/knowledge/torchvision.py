"""Which rows do torchvision's datasets hold, and which of its functions make networks?

Read in the source of torchvision's datasets: option `ships` names the argument that asks for a side, and the side that
is given without it. The root is left out: a data set is the same wherever it is stored.
"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_D = "torchvision.datasets"
_SPLIT = "root, split, transform, target_transform, download"
_TRAIN = "root, train, transform, target_transform, download"
_BY_SPLIT = (
    "CelebA Cityscapes Country211 DTD FER2013 Flowers102 Food101 GTSRB ImageNet Imagenette PCAM RenderedSST2 "
    "StanfordCars STL10 SVHN WIDERFace"
)
_BY_FLAG = "MNIST FashionMNIST KMNIST CIFAR10 CIFAR100 USPS Kitti"
_NETWORKS = (
    "alexnet convnext_tiny convnext_small convnext_base convnext_large densenet121 densenet161 densenet169 densenet201 "
    "efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 efficientnet_b5 efficientnet_b6 "
    "efficientnet_b7 efficientnet_v2_s efficientnet_v2_m efficientnet_v2_l googlenet inception_v3 mnasnet1_0 "
    "mobilenet_v2 mobilenet_v3_small mobilenet_v3_large regnet_y_400mf resnet18 resnet34 resnet50 resnet101 resnet152 "
    "resnext50_32x4d resnext101_32x8d wide_resnet50_2 shufflenet_v2_x1_0 squeezenet1_0 squeezenet1_1 vgg11 vgg11_bn "
    "vgg13 vgg16 vgg16_bn vgg19 vgg19_bn vit_b_16 vit_b_32 vit_l_16 swin_t swin_s swin_b get_model"
)
_OF_IMAGES = "torchvision.models.segmentation torchvision.models.detection"

ENTRIES: tuple[Api | Class, ...] = (
    cls(f"{_D}.VisionDataset", "abstract.Frame torch.utils.data.Dataset"),
    *(cls(f"{_D}.{name}({_TRAIN})", f"{_D}.VisionDataset", ships="train=train") for name in _BY_FLAG.split()),
    *(cls(f"{_D}.{name}({_SPLIT})", f"{_D}.VisionDataset", ships="split=train") for name in _BY_SPLIT.split()),
    *(
        cls(f"{_D}.{name}(root, split, target_types, transform)", f"{_D}.VisionDataset", ships="split=trainval")
        for name in ("FGVCAircraft", "OxfordIIITPet")
    ),
    cls(f"{_D}.EMNIST(root, split, train)", f"{_D}.VisionDataset", ships="train=train"),
    cls(f"{_D}.QMNIST(root, what, compat, train)", f"{_D}.VisionDataset", ships="train=train"),
    *(
        api(f"{_D}.{name}(root, transform, target_transform, loader)", "read", returns=f"{_D}.VisionDataset")
        for name in ("ImageFolder", "DatasetFolder", "CocoDetection")
    ),
    # `alters`: another version of an image, see `interpret.effects.repeats`
    *classes(
        "torchvision.transforms",
        "Compose RandomApply RandomOrder RandomChoice RandomCrop RandomHorizontalFlip RandomVerticalFlip "
        "RandomPerspective "
        "RandomResizedCrop ColorJitter RandomRotation RandomAffine RandomGrayscale RandomErasing GaussianBlur "
        "RandomInvert RandomPosterize RandomSolarize RandomAdjustSharpness RandomAutocontrast RandomEqualize "
        "ElasticTransform",
        "abstract.Augmenter",
    ),
    # What prepares an image for a network, and must be the same wherever the network is asked.
    *(
        cls(f"torchvision.transforms.{version}{signature}", roles="prepare", shown="mean std size")
        for version in ("", "v2.")
        for signature in (
            "Normalize(mean, std, inplace)",
            "Resize(size, interpolation, max_size, antialias)",
            "CenterCrop(size)",
            "Grayscale(num_output_channels)",
        )
    ),
    *apis(
        "torchvision.transforms.functional",
        "hflip(img) vflip(img) adjust_brightness(img) adjust_contrast(img) adjust_saturation(img) adjust_hue(img) "
        "adjust_gamma(img) rotate(img) affine(img) gaussian_blur(img) invert(img) perspective(img)",
        alters="altered",
        subject="img",
    ),
    # Option `by_mode`: they hold layers that are another thing in training; ViT drops nothing unless it is told to.
    *(
        api(f"torchvision.models.{name}(*args)", "network", by_mode="" if name.startswith(("vit_", "get_")) else "yes")
        for name in _NETWORKS.split()
    ),
    *(
        api(f"{_OF_IMAGES.split()[index]}.{name}(*args)", "network")
        for index, name in (
            (0, "deeplabv3_resnet50"),
            (0, "deeplabv3_resnet101"),
            (0, "fcn_resnet50"),
            (0, "fcn_resnet101"),
            (1, "fasterrcnn_resnet50_fpn"),
            (1, "maskrcnn_resnet50_fpn"),
            (1, "retinanet_resnet50_fpn"),
        )
    ),
)

ALIASES = {
    f"{_D}.mnist": _D,
    f"{_D}.cifar": _D,
    f"{_D}.folder": _D,
    "torchvision.models.resnet": "torchvision.models",
}
