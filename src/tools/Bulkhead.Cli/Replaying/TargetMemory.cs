// SPDX-License-Identifier: MIT
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace Bulkhead.Cli.Replaying;

/// <summary>The target's memory as a file that host and QEMU both have mapped.</summary>
public sealed class TargetMemory : IDisposable
{
    private const string FastFolder = "/dev/shm";

    private static int s_count;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly ulong _base;

    /// <summary>Makes a memory that is all zero.</summary>
    /// <param name="memoryBase">Its first host-physical address.</param>
    /// <param name="bytes">Its size.</param>
    public TargetMemory(ulong memoryBase, ulong bytes)
    {
        _base = memoryBase;
        Bytes = bytes;
        string folder = Directory.Exists(FastFolder) ? FastFolder : System.IO.Path.GetTempPath();
        Path = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture,
            $"bulkhead-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}.memory"));
        _file = MemoryMappedFile.CreateFromFile(Path, FileMode.Create, null, (long)bytes);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>Its size.</summary>
    public ulong Bytes { get; }

    /// <summary>QEMU's arguments for it.</summary>
    public IReadOnlyList<string> Arguments => [
        "-object", string.Create(CultureInfo.InvariantCulture,
            $"memory-backend-file,id=ram,size={Bytes},mem-path={Path},share=on"),
        "-machine", "memory-backend=ram"];

    /// <summary>Reads a word.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <returns>The word.</returns>
    public ulong Read(ulong address) => _view.ReadUInt64((long)(address - _base));

    /// <summary>Writes a word.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <param name="value">The word.</param>
    public void Write(ulong address, ulong value) => _view.Write((long)(address - _base), value);

    /// <summary>Reads bytes.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <param name="count">How many.</param>
    /// <returns>The bytes.</returns>
    public byte[] ReadBytes(ulong address, int count)
    {
        byte[] bytes = new byte[count];
        _view.ReadArray((long)(address - _base), bytes, 0, count);
        return bytes;
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <param name="bytes">The bytes.</param>
    public void WriteBytes(ulong address, byte[] bytes) =>
        _view.WriteArray((long)(address - _base), bytes, 0, bytes.Length);

    /// <summary>Unmaps and removes the file.</summary>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        File.Delete(Path);
    }
}
