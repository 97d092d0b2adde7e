// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.FeatureSizes;

/// <summary>Marks a class whose method <c>Run</c> uses one feature.</summary>
/// <param name="rank">Place in the table; 0 is the smallest program.</param>
/// <param name="title">What the feature is.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FeatureAttribute(int rank, string title) : Attribute
{
    /// <summary>Place in the table.</summary>
    public int Rank => rank;

    /// <summary>What the feature is.</summary>
    public string Title => title;
}
