// SPDX-License-Identifier: MIT
using Bulkhead.Integration.GuestImages;
using Bulkhead.Integration.Layout;

namespace Bulkhead.Integration.Emit;

/// <summary>
/// The one bootable file: the kernel with cleared bss, then the system image. Its arm64
/// <c>Image</c> header covers both, so that boot loaders keep their own data clear of them.
/// </summary>
public static class BootFile
{
    /// <summary>Joins kernel and system image.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="image">The system image made for it.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InvalidOperationException">The image was made for another
    /// kernel.</exception>
    public static byte[] Join(KernelImage kernel, SystemImage image)
    {
        if (image.Address != kernel.ImageAddress)
        {
            throw new InvalidOperationException("the system image was made for another kernel");
        }

        ulong imageOffset = image.Address - kernel.LoadAddress;
        byte[] file = new byte[imageOffset + (ulong)image.Bytes.Length];
        kernel.Bytes.CopyTo(file, 0);
        image.Bytes.CopyTo(file, (int)imageOffset);
        Arm64Image.SetImageSize(file, (ulong)file.Length);
        return file;
    }
}
