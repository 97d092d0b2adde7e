// SPDX-License-Identifier: MIT
using System.Reflection.Metadata;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Where the methods of an assembly come from.</summary>
internal sealed class MethodSource : IDisposable
{
    private readonly MetadataReaderProvider? _provider;
    private readonly MetadataReader? _reader;

    /// <summary>Opens the debug information beside an assembly, when there is any.</summary>
    /// <param name="assembly">The assembly's file.</param>
    internal MethodSource(string assembly)
    {
        string path = Path.ChangeExtension(assembly, ".pdb");
        if (!File.Exists(path)) return;
        _provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path));
        _reader = _provider.GetMetadataReader();
    }

    /// <summary>The first line of a block.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="offset">Where the block begins.</param>
    /// <returns>The line of the first instruction that has one; null: not known.</returns>
    internal (string File, int Line)? Begin(MethodDefinitionHandle method, int offset)
    {
        if (_reader is null) return null;
        foreach (SequencePoint point in
            _reader.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (point.IsHidden || point.Offset < offset) continue;
            return (_reader.GetString(_reader.GetDocument(point.Document).Name), point.StartLine);
        }
        return Find(method, offset);
    }

    /// <summary>The line that an instruction was made from.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="offset">Its place in the method.</param>
    /// <returns>The nearest line at or before it, else the method's first; null: not
    /// known.</returns>
    internal (string File, int Line)? Find(MethodDefinitionHandle method, int offset)
    {
        if (_reader is null) return null;
        MethodDebugInformation known = _reader.GetMethodDebugInformation(method);
        SequencePoint? found = null;
        foreach (SequencePoint point in known.GetSequencePoints())
        {
            if (point.IsHidden) continue;
            if (found is null || point.Offset <= offset) found = point;
        }
        if (found is not { } nearest) return null;
        return (_reader.GetString(_reader.GetDocument(nearest.Document).Name), nearest.StartLine);
    }

    /// <inheritdoc/>
    public void Dispose() => _provider?.Dispose();
}
