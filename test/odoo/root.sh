#!/bin/sh
# Builds a Debian root with one Odoo in it. Runs in a mount namespace of its own, so that no mount outlives it.
# Arguments: directory, suite, package, pinned version, other suite or -, trim (yes, no), then packages beside.
set -eu
root=$1 suite=$2 package=$3 version=$4 from=$5 trim=$6
shift 6
export DEBIAN_FRONTEND=noninteractive LC_ALL=C
# The archive that this machine already uses.
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | sort -u | head -n 1)
command -v debootstrap >/dev/null || apt-get -qq install -y --no-install-recommends debootstrap >/dev/null
rm -rf "$root"
mkdir -p "$root"
debootstrap --variant=minbase "$suite" "$root" "$mirror"
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
[ ! -d /etc/ssl/certs ] || { mkdir -p "$root/etc/ssl"; cp -rLn /etc/ssl/certs "$root/etc/ssl/" 2>/dev/null || true; }
cat > "$root/etc/apt/apt.conf.d/99lettrage" <<'A'
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "60";
APT::Install-Recommends "false";
DPkg::Options {"--force-unsafe-io";};
A
cat > "$root/etc/dpkg/dpkg.cfg.d/99lettrage" <<'A'
path-exclude=/usr/share/doc/*
path-exclude=/usr/share/man/*
path-exclude=/usr/share/locale/*
path-exclude=/usr/lib/python3/dist-packages/odoo/addons/*/i18n/*
path-include=/usr/lib/python3/dist-packages/odoo/addons/*/i18n/fr.po
A
# An older Python refuses to compile a package of which modules are missing.
[ "$trim" = no ] || cat >> "$root/etc/dpkg/dpkg.cfg.d/99lettrage" <<'A'
path-exclude=/usr/lib/python3/dist-packages/odoo/addons/l10n_*
path-include=/usr/lib/python3/dist-packages/odoo/addons/l10n_fr*
path-exclude=/usr/lib/python3/dist-packages/odoo/addons/website*
path-exclude=/usr/lib/python3/dist-packages/odoo/addons/theme_*
path-exclude=/usr/lib/python3/dist-packages/odoo/addons/pos_*
path-exclude=/usr/lib/python3/dist-packages/odoo/addons/point_of_sale*
path-exclude=/usr/lib/python3/dist-packages/odoo/addons/mass_mailing*
A
if [ "$from" != - ]; then
  echo "deb $mirror $from main" > "$root/etc/apt/sources.list.d/from.list"
  cat > "$root/etc/apt/preferences.d/from" <<A
Package: *
Pin: release n=$from
Pin-Priority: -10

Package: $package
Pin: release n=$from
Pin-Priority: 500
A
fi
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
chroot "$root" apt-get -q update
wanted=$package
if chroot "$root" apt-cache show "$package=$version" >/dev/null 2>&1; then wanted="$package=$version"; fi
chroot "$root" apt-get -q install -y "$wanted" "$@"
chroot "$root" apt-get clean
