// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>The boot console and the machine's power.</summary>
public interface IMachine
{
    /// <summary>Writes a byte to the boot console, unless it is full.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False: it is full, and nothing was written.</returns>
    static abstract bool TryWriteConsole(byte value);

    /// <summary>Ends or restarts the machine. Does not return on hardware.</summary>
    /// <param name="isReset">Restart.</param>
    static abstract void Shutdown(bool isReset);

    /// <summary>The end after a broken invariant: says so on the boot console and stops the
    /// machine. Does not return on hardware.
    /// </summary>
    /// <param name="invariant">Number of the invariant, see <see cref="Health.Invariant"/>.</param>
    static abstract void Panic(uint invariant);
}
