// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Base of all delegates.</summary>
public abstract class MulticastDelegate : Delegate
{
    public static bool operator ==(MulticastDelegate? d1, MulticastDelegate? d2) =>
        (Delegate?)d1 == d2;

    public static bool operator !=(MulticastDelegate? d1, MulticastDelegate? d2) =>
        (Delegate?)d1 != d2;

    public override bool Equals(object? obj) => base.Equals(obj);

    public override int GetHashCode() => base.GetHashCode();
}
