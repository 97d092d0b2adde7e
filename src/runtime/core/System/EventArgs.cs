// SPDX-License-Identifier: MIT
namespace System;

/// <summary>What an event tells.</summary>
public class EventArgs
{
    public static readonly EventArgs Empty = new();
}

/// <summary>Hears of an event.</summary>
public delegate void EventHandler(object? sender, EventArgs e);

/// <summary>Hears of an event.</summary>
public delegate void EventHandler<TEventArgs>(object? sender, TEventArgs e)
    where TEventArgs : allows ref struct;
