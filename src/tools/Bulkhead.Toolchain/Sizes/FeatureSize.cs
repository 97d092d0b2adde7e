// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Sizes;

/// <summary>What a program with one feature weighs.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Sizes">Sizes of the whole program.</param>
public sealed record FeatureSize(Feature Feature, ProgramSizes Sizes)
{
    /// <summary>Bytes of code more than another program.</summary>
    public long TextOver(FeatureSize smallest) => Sizes.Text - smallest.Sizes.Text;

    /// <summary>Bytes of code, constants and data more than another program.</summary>
    public long LoadedOver(FeatureSize smallest) => Sizes.Loaded - smallest.Sizes.Loaded;
}
