namespace Moderation.Recommendations;

/// <summary>Whether, where and within what limits media files are looked into.</summary>
/// <param name="Folder">Only files under it are opened; null: nothing is looked into.</param>
/// <param name="Seconds">Of time for one look, in all.</param>
/// <param name="MaxBytes">Of memory for a child process.</param>
/// <param name="Path">Where the tools lie, folders as in the environment's PATH; null for that.</param>
public sealed record ProbeSettings(string? Folder = null, double Seconds = 30, long MaxBytes = 512L * 1024 * 1024, string? Path = null)
{
    public static ProbeSettings Off { get; } = new();

    /// <summary>The real path of a file under the folder; null where it lies elsewhere, is no file, or is reached by a link.</summary>
    internal string? Inside(string file)
    {
        if (Folder is null || !System.IO.Path.IsPathFullyQualified(file))
            return null;

        var root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Folder));
        var full = System.IO.Path.GetFullPath(file);
        if (!full.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(full))
            return null;

        for (FileSystemInfo? part = new FileInfo(full); part is not null && part.FullName.Length > root.Length;
            part = part is FileInfo leaf ? leaf.Directory : ((DirectoryInfo)part).Parent)
            if (part.LinkTarget is not null)
                return null;

        return full;
    }

    /// <summary>Where a program lies; null where it does not.</summary>
    internal string? Find(string program) => (Path ?? Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(x => System.IO.Path.Combine(x, program)).FirstOrDefault(File.Exists);
}
