// SPDX-License-Identifier: MIT
using System.ComponentModel;
using System.Diagnostics;

namespace Bulkhead.Proofs.Solving;

/// <summary>The SMT solver z3, asked over its command line.</summary>
internal static class Solver
{
    private const string Program = "z3";

    /// <summary>Its name and version.</summary>
    /// <returns>Null: it is not installed.</returns>
    internal static string? Version()
    {
        try
        {
            return Run(["--version"], "").Trim() is { Length: > 0 } version ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Asks a question.</summary>
    /// <param name="question">SMT-LIB 2.</param>
    /// <param name="secondsMax">Longest time.</param>
    /// <returns>What it printed: <c>sat</c>, <c>unsat</c>, <c>unknown</c> or <c>timeout</c>, and
    /// values.</returns>
    internal static string Run(string question, int secondsMax) =>
        Run(["-smt2", "-in", $"-T:{secondsMax}"], question);

    private static string Run(string[] arguments, string input)
    {
        ProcessStartInfo start = new(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
