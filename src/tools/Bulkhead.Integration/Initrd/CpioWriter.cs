// SPDX-License-Identifier: MIT
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bulkhead.Integration.Initrd;

/// <summary>
/// Writes the archive that Linux unpacks as its first root (cpio "newc", Linux,
/// Documentation/driver-api/early-userspace/buffer-format.rst). Equal input gives equal bytes.
/// </summary>
public static class CpioWriter
{
    private const string TrailerName = "TRAILER!!!";

    /// <summary>Writes a compressed archive.</summary>
    /// <param name="entries">The entries; folders before what is in them.</param>
    /// <returns>The archive, gzip.</returns>
    public static byte[] WriteCompressed(IEnumerable<CpioEntry> entries)
    {
        using MemoryStream output = new();
        using (GZipStream gzip = new(output, CompressionLevel.Optimal))
        {
            gzip.Write(Write(entries));
        }

        return output.ToArray();
    }

    /// <summary>Writes an archive.</summary>
    /// <param name="entries">The entries; folders before what is in them.</param>
    /// <returns>The archive.</returns>
    public static byte[] Write(IEnumerable<CpioEntry> entries)
    {
        using MemoryStream output = new();
        uint inode = 1;
        foreach (CpioEntry entry in entries)
        {
            WriteEntry(output, entry, inode++);
        }

        WriteEntry(output, new CpioEntry(TrailerName, 0, []), 0);
        return output.ToArray();
    }

    private static void WriteEntry(MemoryStream output, CpioEntry entry, uint inode)
    {
        byte[] path = Encoding.UTF8.GetBytes(entry.Path + '\0');
        const uint Owner = 0;
        const uint LinkCount = 1;
        const uint Time = 0;
        uint[] fields =
        [
            inode, entry.Mode, Owner, Owner, LinkCount, Time, (uint)entry.Content.Length,
            0, 0, entry.DeviceMajor, entry.DeviceMinor, (uint)path.Length, 0,
        ];
        string header = "070701" + string.Concat(
            fields.Select(field => field.ToString("x8", CultureInfo.InvariantCulture)));
        output.Write(Encoding.ASCII.GetBytes(header));
        output.Write(path);
        Pad(output);
        output.Write(entry.Content);
        Pad(output);
    }

    private static void Pad(MemoryStream output)
    {
        while (output.Length % 4 != 0)
        {
            output.WriteByte(0);
        }
    }
}
