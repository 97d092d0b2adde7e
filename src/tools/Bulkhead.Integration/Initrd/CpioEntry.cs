// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Initrd;

/// <summary>A file, folder, link or device of an archive.</summary>
/// <param name="Path">Path without a leading slash.</param>
/// <param name="Mode">Type and permissions as <c>stat</c> has them.</param>
/// <param name="Content">Content, or the target of a link.</param>
/// <param name="DeviceMajor">Major number of a device.</param>
/// <param name="DeviceMinor">Minor number of a device.</param>
public sealed record CpioEntry(
    string Path, uint Mode, byte[] Content, uint DeviceMajor = 0, uint DeviceMinor = 0)
{
    private const uint FolderType = 0x4000;
    private const uint CharacterDeviceType = 0x2000;
    private const uint FileType = 0x8000;
    private const uint LinkType = 0xa000;

    /// <summary>A folder that everybody may enter.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The entry.</returns>
    public static CpioEntry Folder(string path) => new(path, FolderType | 0x1ed, []);

    /// <summary>A file that everybody may execute.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="content">Its content.</param>
    /// <returns>The entry.</returns>
    public static CpioEntry Program(string path, byte[] content) =>
        new(path, FileType | 0x1ed, content);

    /// <summary>A file that everybody may read.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="content">Its content.</param>
    /// <returns>The entry.</returns>
    public static CpioEntry File(string path, byte[] content) =>
        new(path, FileType | 0x1a4, content);

    /// <summary>A symbolic link.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="target">What it points to.</param>
    /// <returns>The entry.</returns>
    public static CpioEntry Link(string path, string target) =>
        new(path, LinkType | 0x1ff, global::System.Text.Encoding.UTF8.GetBytes(target));

    /// <summary>A character device that only the owner may use.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="major">Major number.</param>
    /// <param name="minor">Minor number.</param>
    /// <returns>The entry.</returns>
    public static CpioEntry Device(string path, uint major, uint minor) =>
        new(path, CharacterDeviceType | 0x180, [], major, minor);
}
