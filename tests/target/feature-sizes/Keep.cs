// SPDX-License-Identifier: MIT
namespace Bulkhead.FeatureSizes;

/// <summary>Where results go, so that the compiler leaves out nothing.</summary>
public static class Keep
{
    /// <summary>A number that nobody reads.</summary>
    public static ulong Number { get; set; }
}
