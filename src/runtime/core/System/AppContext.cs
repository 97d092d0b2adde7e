// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Switches that the framework's own assemblies ask for; all are off.</summary>
public static class AppContext
{
    public static bool TryGetSwitch(string switchName, out bool isEnabled)
    {
        isEnabled = false;
        return false;
    }
}
