// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Boot;

/// <summary>The header and tables of a system image, read record by record. Every read is checked;
/// a record that is not there reads as zeros.</summary>
public readonly ref struct ImageTables
{
    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>Looks at a system image.</summary>
    /// <param name="bytes">The table area and the partition manager's program.</param>
    public ImageTables(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        Record.TryRead(bytes, 0, out Header);
    }

    /// <summary>The header.</summary>
    public readonly SystemImageHeader Header;

    /// <summary>The table area; empty when the header's size is impossible.</summary>
    public ReadOnlySpan<byte> TableArea =>
        Header.TableBytes <= (uint)_bytes.Length ? _bytes.Slice(
            0, (int)Header.TableBytes) : default;

    /// <summary>Bytes of the image.</summary>
    /// <param name="offset">Any value.</param>
    /// <param name="count">Any value.</param>
    /// <returns>The bytes; none when they are not all within reach.</returns>
    public ReadOnlySpan<byte> Bytes(ulong offset, ulong count) =>
        offset <= (uint)_bytes.Length && count <= (uint)_bytes.Length - offset
            ? _bytes.Slice((int)offset, (int)count) : default;

    /// <summary>Record of a table.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="table">The table, checked to lie in the table area.</param>
    /// <param name="index">Index, below the table's count.</param>
    /// <param name="record">The record.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryRead<T>(TableReference table, uint index, out T record)
        where T : unmanaged
    {
        record = default;
        ulong offset = table.Offset + ((ulong)index * (uint)Record.SizeOf<T>());
        return index < table.Count && Record.TryRead(TableArea, offset, out record);
    }
}
