// SPDX-License-Identifier: MIT
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Looks through an assembly for code that would run after an exception only.</summary>
/// <remarks>
/// Tier 0 throws nothing and unwinds nothing. Its <c>finally</c> is compiled into the way out of
/// the block, which is all there is: <c>using</c> and <c>lock</c> are right. A <c>catch</c> or a
/// filter compiles, too, and never runs.
/// </remarks>
internal static class HandlerSearch
{
    /// <summary>Searches.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <returns>Each <c>catch</c>, with the line where its handler begins.</returns>
    internal static IReadOnlyList<Finding> Find(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        using var source = new MethodSource(assembly);
        MetadataReader reader = file.GetMetadataReader();
        return
        [
            .. reader.MethodDefinitions.SelectMany(handle =>
                Regions(file, reader.GetMethodDefinition(handle)).Select(region =>
                {
                    // A filter stands before its handler, as the word "when" does.
                    bool isFilter = region.Kind == ExceptionRegionKind.Filter;
                    int offset = isFilter ? region.FilterOffset : region.HandlerOffset;
                    var place = source.Begin(handle, offset);
                    return new Finding(
                        FindingKind.Handler, isFilter ? "catch with when" : "catch",
                        MethodNames.Of(reader, handle), place?.File, place?.Line ?? 0);
                })),
        ];
    }

    private static IEnumerable<ExceptionRegion> Regions(PEReader file, MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? []
            : file.GetMethodBody(method.RelativeVirtualAddress).ExceptionRegions.Where(region =>
                region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter);
}
