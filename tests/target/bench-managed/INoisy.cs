// SPDX-License-Identifier: MIT
namespace Bulkhead.BenchManaged;

/// <summary>Calls on it are calls through an interface.</summary>
internal interface INoisy
{
    /// <summary>A number.</summary>
    int Loudness(int seen);
}
