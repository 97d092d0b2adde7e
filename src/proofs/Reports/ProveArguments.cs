// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Proofs.Reports;

/// <summary>What the command line asks for.</summary>
/// <param name="Only">Part of the names of the lemmas; empty: all.</param>
/// <param name="IsJson">Whether the results are printed as JSON.</param>
/// <param name="IsText">Whether the questions to the solver are printed instead.</param>
/// <param name="Options">How much is done.</param>
internal sealed record ProveArguments(
    string Only, bool IsJson, bool IsText, ProofOptions Options)
{
    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It cannot be understood.</exception>
    internal static ProveArguments Read(IReadOnlyList<string> arguments)
    {
        ProveArguments read = new("", false, false, ProofOptions.Full);
        for (int index = 0; index < arguments.Count; index++)
        {
            string Next() => ++index < arguments.Count ? arguments[index]
                : throw new FormatException($"{arguments[^1]} needs a value");
            read = arguments[index] switch
            {
                "--only" => read with { Only = Next() },
                "--json" => read with { IsJson = true },
                "--smt" => read with { IsText = true },
                "--seed" => read with { Options = read.Options with { Seed = Number(Next()) } },
                string other => throw new FormatException($"unknown argument {other}"),
            };
        }
        return read;
    }

    private static ulong Number(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number : throw new FormatException($"{text} is no number");
}
