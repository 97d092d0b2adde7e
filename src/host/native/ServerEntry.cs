// SPDX-License-Identifier: MIT
using System;
using System.Reflection;
using System.Runtime.InteropServices;
using Bulkhead.Host;

namespace Bulkhead.Native;

/// <summary>Makes a server of a partition's <c>bulkhead_portal</c> method.</summary>
internal static class ServerEntry
{
    private delegate void PortalMethod(ref Message message);

    /// <summary>Makes it.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The server.</returns>
    internal static PortalServer Of(MethodInfo method)
    {
        PortalMethod entry = method.CreateDelegate<PortalMethod>();
        return message =>
            entry(ref MemoryMarshal.AsRef<Message>(MemoryMarshal.AsBytes(message.Record)));
    }
}
