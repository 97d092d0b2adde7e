// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>A statement about functions of the code that holds at every point of its
/// domain.</summary>
/// <param name="name">Name, for <c>--only</c>.</param>
/// <param name="sentence">The statement in words.</param>
/// <param name="meaning">What a point where it does not hold would mean.</param>
internal abstract class Lemma(string name, string sentence, string meaning)
{
    private readonly List<string> _functions = [];

    /// <summary>Name, for <c>--only</c>.</summary>
    internal string Name => name;

    /// <summary>The statement in words.</summary>
    internal string Sentence => sentence;

    /// <summary>What a point where it does not hold would mean.</summary>
    internal string Meaning => meaning;

    /// <summary>The functions that it is about.</summary>
    internal IReadOnlyList<string> Functions => _functions;

    /// <summary>Proves it or finds where it does not hold.</summary>
    internal abstract LemmaResult Prove(ProofOptions options);

    /// <summary>Names a function that the lemma is about.</summary>
    internal void About(string type, string function)
    {
        string full = $"{type}.{function}";
        if (!_functions.Contains(full)) _functions.Add(full);
    }
}
