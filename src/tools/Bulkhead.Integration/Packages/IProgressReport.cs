// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Packages;

/// <summary>Tells the user what long work is being done.</summary>
public interface IProgressReport
{
    /// <summary>A step begins; the step before is done.</summary>
    /// <param name="text">What is being done: "fetching linux-image-6.1".</param>
    void Step(string text);
}
