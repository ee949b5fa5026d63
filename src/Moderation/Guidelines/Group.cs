namespace Moderation.Guidelines;

/// <summary>A heading under which guidelines and other groups stand.</summary>
/// <param name="Code">How the rulebook names it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Parent">The code of the group it is part of; null at the top.</param>
internal sealed record Group(string Code, string Title, string? Parent);
