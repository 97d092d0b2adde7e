// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>
/// Choices by a script, and the way from one script to the next: running a program again after each
/// <see cref="Advance"/> until it says no meets every sequence of choices there is, each once.
/// Beyond the script the plain course is taken.
/// </summary>
public sealed class ScriptedChoice : IChoice
{
    private readonly List<int> _chosen = [];
    private readonly List<int> _alternatives = [];
    private int _position;

    /// <summary>A script.</summary>
    /// <param name="script">The first choices.</param>
    public ScriptedChoice(params ReadOnlySpan<int> script)
    {
        foreach (int choice in script)
        {
            _chosen.Add(choice);
            _alternatives.Add(choice + 1);
        }
    }

    /// <summary>Choices that are varied; later ones take the plain course.</summary>
    public int ChoicesMax { get; init; } = int.MaxValue;

    /// <summary>Departures from the plain course that a script may have: a bound on the number of
    /// preemptions, for instance.</summary>
    public int DeparturesMax { get; init; } = int.MaxValue;

    /// <summary>The choices of the last run, to be reproduced by a script.</summary>
    public IReadOnlyList<int> Chosen => _chosen;

    /// <inheritdoc/>
    /// <exception cref="SimulationException">The script has a choice that is not there: the program
    /// does not follow from its choices.</exception>
    public int Choose(int alternatives, ChoicePoint where)
    {
        if (alternatives <= 1 || _position >= ChoicesMax) return 0;
        if (_position == _chosen.Count)
        {
            _chosen.Add(0);
            _alternatives.Add(alternatives);
        }
        _alternatives[_position] = alternatives;
        int choice = _chosen[_position++];
        return choice < alternatives ? choice : throw new SimulationException(
            $"choice {_position - 1} of the script is {choice} of {alternatives} at {where}");
    }

    /// <summary>Begins the same script again.</summary>
    public void Rewind() => _position = 0;

    /// <summary>Goes to the next script.</summary>
    /// <returns>False when every sequence has been met.</returns>
    public bool Advance()
    {
        // What the last run did not reach is no part of its script.
        _chosen.RemoveRange(_position, _chosen.Count - _position);
        _alternatives.RemoveRange(_position, _alternatives.Count - _position);
        _position = 0;
        for (int last = _chosen.Count - 1; last >= 0; last--)
        {
            bool isBounded = _chosen[last] == 0 && CountDepartures(last) >= DeparturesMax;
            if (_chosen[last] + 1 < _alternatives[last] && !isBounded)
            {
                _chosen[last]++;
                return true;
            }
            _chosen.RemoveAt(last);
            _alternatives.RemoveAt(last);
        }
        return false;
    }

    private int CountDepartures(int end)
    {
        int count = 0;
        for (int index = 0; index < end; index++)
        {
            if (_chosen[index] != 0) count++;
        }
        return count;
    }
}
