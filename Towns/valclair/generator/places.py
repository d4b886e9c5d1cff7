"""Places: SCDL « équipements » 0.1.5 and the administration's directory (DILA)."""

import uuid

from output import write_csv, write_json
from places_data import EQUIPMENT, SERVICES

COLUMNS = [
    "COLL_NOM", "COLL_SIRET", "EQUIP_UID", "EQUIP_THEME", "EQUIP_CODE", "EQUIP_TYPE", "EQUIP_NOM", "ADR_NUMERO",
    "ADR_NOMVOIE", "ADR_CODEPOSTAL", "ADR_COMMUNE", "ADR_CLE_INTEROP", "ERP_ID", "ERP_TYPE", "ERP_CATEGORIE",
    "EQUIP_LAT", "EQUIP_LONG", "EQUIP_OUVERTURE", "EQUIP_TEL", "EQUIP_EMAIL", "EQUIP_WEB",
]
LATITUDE, LONGITUDE = "49.0", "-20.0"  # In the Atlantic: Valclair is nowhere.


def generate():
    write_csv("places/equipements.csv", COLUMNS, [equipment(*entry) for entry in EQUIPMENT])
    write_json("places/annuaire.json", {"service": [service(*entry) for entry in SERVICES]})


def equipment(theme, code, kind, name, number, street, hours, phone, page):
    return [
        "Commune de Valclair", "99912300000017", f"99123-{code}", theme, code, kind, name, number, street, "99120",
        "Valclair", "", "", "", "", LATITUDE, LONGITUDE, hours, f"+33 1990012{phone}" if phone else "",
        f"{page}@valclair.example", f"https://valclair.example/{page}",
    ]


def service(key, pivot, name, address, opening, remark, phone):
    return {
        "plage_ouverture": [
            {"nom_jour_debut": first, "nom_jour_fin": last, "valeur_heure_debut_1": clock(a),
             "valeur_heure_fin_1": clock(b), "valeur_heure_debut_2": clock(c), "valeur_heure_fin_2": clock(d),
             "commentaire": ""}
            for first, last, a, b, c, d in opening
        ],
        "site_internet": [{"libelle": "", "valeur": "https://valclair.example"}],
        "ancien_code_pivot": key, "nom": name, "date_modification": "02/11/2026 09:00:00",
        "adresse_courriel": [f"{key.split('-')[0].replace('_', '-')}@valclair.example"],
        "pivot": [{"type_service_local": pivot, "code_insee_commune": ["99123"]}],
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://valclair.example/{key}")),
        "commentaire_plage_ouverture": remark,
        "telephone": [{"valeur": f"01 99 00 12 {phone}", "description": ""}],
        "code_insee_commune": "99123",
        "adresse": [{
            "type_adresse": "Adresse", "complement1": "", "complement2": "", "numero_voie": address,
            "service_distribution": "", "code_postal": "99120", "nom_commune": "Valclair", "pays": "",
            "continent": "", "longitude": LONGITUDE, "latitude": LATITUDE, "accessibilite": "ACC",
            "note_accessibilite": "",
        }],
        "url_service_public": "", "information_complementaire": "",
    }


def clock(text):
    return f"{text}:00" if text else ""
