using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ChecksAndBanks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "NotSketched",
                table: "ContentRevisions");

            migrationBuilder.AddColumn<string>(
                name: "ClearedBy",
                table: "Signals",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExceptTerritories",
                table: "Outcomes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<byte[]>(
                name: "FactCheckId",
                table: "Decisions",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BankEntries",
                columns: table => new
                {
                    Bank = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Way = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    TakenFrom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankEntries", x => new { x.Bank, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Banks",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Guideline = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsRestricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Pictures = table.Column<int>(type: "INTEGER", nullable: false),
                    Texts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Banks", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "FactCheckCorrections",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    FactCheckId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactCheckCorrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FactChecks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Review = table.Column<string>(type: "TEXT", nullable: false),
                    Rating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Doubt = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PictureWords",
                columns: table => new
                {
                    Word = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureWords", x => new { x.Word, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "Publishers",
                columns: table => new
                {
                    Host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsAccredited = table.Column<bool>(type: "INTEGER", nullable: false),
                    Accreditation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Numbers = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Publishers", x => x.Host);
                });

            migrationBuilder.CreateTable(
                name: "RatedItems",
                columns: table => new
                {
                    FactCheckId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    ContentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CopyOf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecisionId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UnmatchedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatedItems", x => new { x.FactCheckId, x.ContentId });
                });

            migrationBuilder.CreateTable(
                name: "RatedKeys",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    FactCheckId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    ContentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatedKeys", x => new { x.Key, x.FactCheckId, x.ContentId, x.Revision });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_FactCheckId",
                table: "Decisions",
                column: "FactCheckId");

            migrationBuilder.CreateIndex(
                name: "NotSketched",
                table: "ContentRevisions",
                columns: new[] { "ContentId", "Number" },
                filter: "Sketch < 2");

            migrationBuilder.CreateIndex(
                name: "IX_BankEntries_AddedIn",
                table: "BankEntries",
                column: "AddedIn");

            migrationBuilder.CreateIndex(
                name: "IX_BankEntries_Bank_Kind_Mark_Way",
                table: "BankEntries",
                columns: new[] { "Bank", "Kind", "Mark", "Way" },
                unique: true,
                filter: "RemovedIn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BankEntries_RemovedIn",
                table: "BankEntries",
                column: "RemovedIn");

            migrationBuilder.CreateIndex(
                name: "IX_FactCheckCorrections_FactCheckId_At",
                table: "FactCheckCorrections",
                columns: new[] { "FactCheckId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_Digest",
                table: "FactChecks",
                column: "Digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FactChecks_State_FiledAt_Id",
                table: "FactChecks",
                columns: new[] { "State", "FiledAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RatedItems_ContentId",
                table: "RatedItems",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_RatedKeys_FactCheckId",
                table: "RatedKeys",
                column: "FactCheckId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankEntries");

            migrationBuilder.DropTable(
                name: "Banks");

            migrationBuilder.DropTable(
                name: "FactCheckCorrections");

            migrationBuilder.DropTable(
                name: "FactChecks");

            migrationBuilder.DropTable(
                name: "PictureWords");

            migrationBuilder.DropTable(
                name: "Publishers");

            migrationBuilder.DropTable(
                name: "RatedItems");

            migrationBuilder.DropTable(
                name: "RatedKeys");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_FactCheckId",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "NotSketched",
                table: "ContentRevisions");

            migrationBuilder.DropColumn(
                name: "ClearedBy",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "ExceptTerritories",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "FactCheckId",
                table: "Decisions");

            migrationBuilder.CreateIndex(
                name: "NotSketched",
                table: "ContentRevisions",
                columns: new[] { "ContentId", "Number" },
                filter: "Sketch = 0");
        }
    }
}
