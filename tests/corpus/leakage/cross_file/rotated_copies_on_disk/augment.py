"""A script that writes rotated and mirrored copies of every tile next to the originals."""

from pathlib import Path

import albumentations as A
import cv2

SOURCE, OUTPUT = Path("tiles/raw"), Path("tiles/augmented")
change = A.Compose([A.Rotate(limit=25, p=1.0), A.HorizontalFlip(p=0.5), A.RandomBrightnessContrast(p=0.3)])


def copies(image, n):
    for _ in range(n):
        # expect: doubt
        # ruleid: augmentation-before-split
        yield change(image=image)["image"]


def main(n_copies=4):
    for path in SOURCE.glob("*/*.png"):
        folder = OUTPUT / path.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        image = cv2.imread(str(path))
        cv2.imwrite(str(folder / path.name), image)
        for number, copy in enumerate(copies(image, n_copies)):
            cv2.imwrite(str(folder / f"{path.stem}_{number}.png"), copy)


if __name__ == "__main__":
    main()
