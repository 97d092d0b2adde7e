// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Integration.Initrd;

/// <summary>
/// The RAM disk behind <c>initrd: debian:busybox</c>: one static program and a script that ends in
/// an interactive shell.
/// </summary>
public static class BusyboxInitrd
{
    // setsid and cttyhack give the shell a controlling terminal, so that Ctrl-C and job control
    // work; the loop brings the shell back when a user leaves it, as process 1 must not end.
    private const string InitScript = """
        #!/bin/busybox sh
        export PATH=/bin:/sbin:/usr/bin:/usr/sbin HOME=/root TERM=linux
        /bin/busybox mount -t proc proc /proc
        /bin/busybox mount -t sysfs sysfs /sys
        /bin/busybox mount -t devtmpfs devtmpfs /dev
        /bin/busybox --install -s
        mkdir -p /dev/pts /tmp
        mount -t devpts devpts /dev/pts
        mount -t tmpfs tmpfs /tmp
        [ "$(hostname)" = "(none)" ] && hostname linux
        export PS1='\h:\w\$ '
        cd /root
        echo
        memory=$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
        echo "Linux $(uname -r) on Bulkhead: $(nproc) CPU, $memory MiB."
        echo "This is an interactive shell; poweroff -f ends the machine."
        echo
        while true; do
            setsid cttyhack /bin/sh
            sleep 1
        done
        """;

    private static readonly string[] s_folders =
        ["bin", "sbin", "usr", "usr/bin", "usr/sbin", "dev", "proc", "sys", "etc", "tmp", "root"];

    /// <summary>Makes the RAM disk.</summary>
    /// <param name="busybox">The static busybox program.</param>
    /// <returns>A compressed archive.</returns>
    public static byte[] Create(byte[] busybox) => CpioWriter.WriteCompressed(
    [
        .. s_folders.Select(CpioEntry.Folder),
        CpioEntry.Device("dev/console", 5, 1),
        CpioEntry.Program("bin/busybox", busybox),
        CpioEntry.Link("bin/sh", "busybox"),
        CpioEntry.File("etc/passwd", Encoding.ASCII.GetBytes("root::0:0:root:/root:/bin/sh\n")),
        CpioEntry.Program("init", Encoding.ASCII.GetBytes(InitScript + "\n")),
    ]);
}
