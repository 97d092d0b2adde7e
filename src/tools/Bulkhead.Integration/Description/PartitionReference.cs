// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>Resolves the name of a partition.</summary>
public static class PartitionReference
{
    /// <summary>Reads a key whose value is the name of a partition.</summary>
    /// <param name="section">The section with the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="names">Names of the partitions in order.</param>
    /// <returns>The partition's index, or null when absent or unknown, which has been
    /// reported.</returns>
    public static int? Read(SectionReader section, string key, string[] names)
    {
        ScalarNode? scalar = section.Scalar(key);
        if (scalar is null)
        {
            return null;
        }

        int index = Array.IndexOf(names, scalar.Text);
        if (index >= 0)
        {
            return index;
        }

        string? guess = Spelling.Closest(scalar.Text, names);
        section.Diagnostics.Error(DiagnosticId.UnknownPartition, scalar.Mark,
            $"there is no partition `{scalar.Text}`",
            guess is null ? $"use one of {string.Join(", ", names)}" : $"did you mean `{guess}`?");
        return null;
    }
}
