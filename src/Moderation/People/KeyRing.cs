using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>A key that sign-ins are protected with.</summary>
internal sealed class ProtectionKey
{
    private ProtectionKey()
    {
    }

    public ProtectionKeyId Id { get; private init; }

    public string Xml { get; private init; } = "";

    public static ProtectionKey Of(XElement element, DateTimeOffset now) =>
        new() { Id = new(Guid.CreateVersion7(now)), Xml = element.ToString(SaveOptions.DisableFormatting) };
}

internal readonly record struct ProtectionKeyId(Guid Value) : ITypedId<ProtectionKeyId>
{
    public static ProtectionKeyId Of(Guid value) => new(value);
}

/// <summary>All nodes read the same keys from the database, so that a sign-in on one holds on the others and after a restart.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, DatabaseProvider database, TimeProvider clock)
    : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<ModerationDb>().Set<ProtectionKey>().AsNoTracking()
            .OrderBy(x => x.Id).Select(x => x.Xml).ToList().Select(x => XElement.Parse(x))];
    }

    // The framework asks for this without waiting; it happens once in ninety days.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var turn = database.EnterWrite(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ModerationDb>();
        db.Add(ProtectionKey.Of(element, clock.GetUtcNow()));
        db.SaveChanges();
    }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("ProtectionKeys");
}
