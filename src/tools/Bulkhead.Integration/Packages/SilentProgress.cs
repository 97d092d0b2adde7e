// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>Says nothing.</summary>
public sealed class SilentProgress : IProgressReport
{
    /// <inheritdoc/>
    public void Step(string text)
    {
    }
}
