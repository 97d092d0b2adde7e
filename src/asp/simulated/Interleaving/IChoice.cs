// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>Where everything that hardware leaves open is decided: at random from a seed, or by a
/// script that an explorer varies.</summary>
public interface IChoice
{
    /// <summary>Decides.</summary>
    /// <param name="alternatives">How many there are, at least 1.</param>
    /// <param name="where">What is being decided.</param>
    /// <returns>0 to one below <paramref name="alternatives"/>; 0 is the plain course.</returns>
    int Choose(int alternatives, ChoicePoint where);
}
