// SPDX-License-Identifier: MIT
using Bulkhead.Proofs.Catalogue;
using Bulkhead.Proofs.Reports;
using Bulkhead.Proofs.Solving;

namespace Bulkhead.Proofs;

/// <summary>Proves every lemma: what <c>./bulkhead prove</c> runs.</summary>
internal static class Program
{
    private const int Good = 0, Failed = 1, BadInput = 2;

    private static int Main(string[] arguments)
    {
        try
        {
            return Run(ProveArguments.Read(arguments));
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return BadInput;
        }
    }

    private static int Run(ProveArguments arguments)
    {
        Lemma[] lemmas = [.. LemmaCatalogue.All.Where(lemma =>
            lemma.Name.Contains(arguments.Only, StringComparison.OrdinalIgnoreCase))];
        if (lemmas.Length == 0)
        {
            throw new FormatException($"no lemma's name contains {arguments.Only}");
        }

        if (arguments.IsText) return Print(lemmas);
        if (Solver.Version() is not string solver)
        {
            Console.Error.WriteLine(
                "error: z3 is not installed; type: sudo apt-get install -y z3");
            return Failed;
        }

        LemmaResult[] results = [.. lemmas.Select(lemma => Prove(lemma, arguments.Options))];
        if (arguments.IsJson) Console.Out.WriteLine(ResultJson.Of(results, solver));
        else ResultTable.Write(results);
        return results.All(result => result.Stands) ? Good : Failed;
    }

    private static LemmaResult Prove(Lemma lemma, ProofOptions options)
    {
        LemmaResult result = lemma.Prove(options);
        Console.Error.WriteLine(
            $"» {lemma.Name}: {result.Words} ({result.Milliseconds} ms in all)");
        return result;
    }

    private static int Print(IEnumerable<Lemma> lemmas)
    {
        foreach (BitVectorLemma lemma in lemmas.OfType<BitVectorLemma>())
        {
            Console.Out.WriteLine(new LemmaQuestion(lemma).RefutationText);
        }
        return Good;
    }
}
