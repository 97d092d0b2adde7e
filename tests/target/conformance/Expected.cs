// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

/// <summary>What the host's .NET says, case by case; the folder Expected is written by a host test.
/// </summary>
internal static partial class Expected
{
    /// <summary>The right outcome of a case.</summary>
    /// <param name="item">The case.</param>
    /// <returns>Its text; a text that is no outcome when the case is not known.</returns>
    internal static string Of(Case item)
    {
        string[] group = Group(item.Group);
        return item.Number < group.Length ? group[item.Number] : "(no such case)";
    }
}
