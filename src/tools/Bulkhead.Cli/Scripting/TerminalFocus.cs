// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Cli.Scripting;

/// <summary>Which keys give the console's input to a partition.</summary>
public static class TerminalFocus
{
    private const int DigitMax = 9;

    /// <summary>The keys that move the input to a partition.</summary>
    /// <param name="model">The system.</param>
    /// <param name="partition">Name of the partition; null for the one that has the input
    /// first.</param>
    /// <returns>The keys, perhaps none; null when nobody serves a console.</returns>
    /// <exception cref="FormatException">The partition has no terminal, or is not
    /// there.</exception>
    public static byte[]? Keys(SystemModel model, string? partition)
    {
        if (model.Console is not ConsoleModel console)
        {
            return null;
        }

        int wanted = IndexOf(model, partition ?? model.Partitions[console.FocusIndex].Name);
        if (wanted == console.FocusIndex || partition is null)
        {
            return [];
        }

        int number = Terminals(model, console).ToList().IndexOf(wanted) + 1;
        return number is > 0 and <= DigitMax ? [console.EscapeKey, (byte)('0' + number)]
            : throw new FormatException($"partition `{partition}` has no terminal to send to");
    }

    /// <summary>Checks the name of a partition.</summary>
    /// <param name="model">The system.</param>
    /// <param name="partition">The name.</param>
    /// <returns>Its index.</returns>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static int IndexOf(SystemModel model, string partition)
    {
        int index = model.Partitions.ToList().FindIndex(p => p.Name == partition);
        return index >= 0 ? index : throw new FormatException(
            $"there is no partition `{partition}`, only "
            + string.Join(", ", model.Partitions.Select(p => p.Name)));
    }

    // The console server numbers its terminals in the order of the partitions.
    private static IEnumerable<int> Terminals(SystemModel model, ConsoleModel console) =>
        Enumerable.Range(0, model.Partitions.Count).Where(index =>
            model.Partitions[index] is VirtualMachineModel || model.Channels.Any(channel =>
                channel.FromIndex == index && channel.ToIndex == console.ServerIndex
                && channel.Stream == StreamKind.Terminal));
}
