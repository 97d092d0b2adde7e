// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.DeviceTree;

/// <summary>A device tree or overlay that cannot be used; the message says why.</summary>
/// <param name="message">What is wrong, one sentence without a full stop.</param>
public sealed class DeviceTreeException(string message) : Exception(message);
