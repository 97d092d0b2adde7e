// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Toolchain.Gates;

/// <summary>What all gates found over one program.</summary>
/// <param name="Program">The program, as the user knows it.</param>
/// <param name="Results">One result for each gate.</param>
public sealed record GateReport(string Program, IReadOnlyList<GateResult> Results)
{
    private const int OffencesShownMax = 20;

    /// <summary>Whether no gate found an offence.</summary>
    public bool Passed => Results.All(result => result.Passed);

    /// <summary>The result of one gate.</summary>
    /// <exception cref="InvalidOperationException">There is no gate of that name.</exception>
    public GateResult this[string name] => Results.First(result => result.Name == name);

    /// <summary>The report for people: a line for each gate, offences below it.</summary>
    public string ToText()
    {
        var text = new StringBuilder($"Gates of {Program}:\n");
        int width = Results.Max(result => result.Name.Length);
        foreach (GateResult result in Results)
        {
            string verdict = result.Passed ? "ok  " : "FAIL";
            text.Append($"  {verdict} {result.Name.PadRight(width)}  {result.Summary}\n");
            foreach (string offence in result.Offences.Take(OffencesShownMax))
                text.Append($"         {offence}\n");
            if (result.Offences.Count > OffencesShownMax)
                text.Append($"         and {result.Offences.Count - OffencesShownMax} more.\n");
        }
        return text.ToString();
    }
}
