// SPDX-License-Identifier: MIT
namespace System.Resources;

/// <summary>Messages are missing.</summary>
public class MissingManifestResourceException : SystemException
{
    public MissingManifestResourceException()
    {
    }

    public MissingManifestResourceException(string? message)
        : base(message)
    {
    }
}
