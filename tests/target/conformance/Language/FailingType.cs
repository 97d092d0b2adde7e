// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance.Language;

/// <summary>A type that is not nested, whose initialiser fails.</summary>
internal static class FailingType
{
    internal static readonly int Value = int.Parse("nothing");
}
