// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>The page that tells a partition what it has.</summary>
internal sealed class InformationPage
{
    /// <summary>Its content.</summary>
    public PartitionInfo Info;

    /// <summary>Gives a partition its name.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">The name, at most <see cref="PartitionName.BytesMax"/> letters.</param>
    public void Name(uint id, string name)
    {
        PartitionName written = default;
        Encoding.ASCII.GetBytes(name, written);
        Info.Names[(int)id] = written;
        if (id == Info.Id) Info.Name = written;
    }

    /// <summary>Adds a window.</summary>
    /// <param name="window">The window.</param>
    public void Add(WindowInfo window) => Info.Windows[(int)Info.WindowCount++] = window;
}
